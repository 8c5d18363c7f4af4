/**
 * The stand-ins of hops: a pump of connections at layer 4, a proxy of requests at layer 7.
 *
 * <p>Entry points: {@link dev.gatehouse.lab.stage.Pump} and {@link dev.gatehouse.lab.stage.Proxy}. Pitfall: a stage
 * that answers by itself says so in {@code x-gatehouse-hop}; without it a 504 after 29 s of the third of five hops
 * looks like an error of the model.
 */
@NullMarked
package dev.gatehouse.lab.stage;

import org.jspecify.annotations.NullMarked;
