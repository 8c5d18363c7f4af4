/** Tests of the model server. */
@NullMarked
package dev.gatehouse.lab.server;

import org.jspecify.annotations.NullMarked;
