/** Tests of the ingress. */
@NullMarked
package dev.gatehouse.lab.ingress;

import org.jspecify.annotations.NullMarked;
