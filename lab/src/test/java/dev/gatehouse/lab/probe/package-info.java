/** Tests of the ingress. */
@NullMarked
package dev.gatehouse.lab.probe;

import org.jspecify.annotations.NullMarked;
