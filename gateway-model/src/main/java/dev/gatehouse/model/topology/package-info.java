/**
 * A platform spec on the path of a design: which hop keeps which promise, what each wire carries, and the seam where
 * AWS hands over to the cluster.
 *
 * <p>Entry point: {@link dev.gatehouse.model.topology.Designs}, then
 * {@link dev.gatehouse.model.topology.Design#realize}. Pitfall: a limit binds along the whole path. With a model that
 * may take 45 s, an ingress that allows 60 s and a REST API that ends a request after 29 s, callers get 29 s and an
 * error.
 */
@NullMarked
package dev.gatehouse.model.topology;

import org.jspecify.annotations.NullMarked;
