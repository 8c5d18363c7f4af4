/** Tests of templates as values. */
@NullMarked
package dev.gatehouse.aws.graph;

import org.jspecify.annotations.NullMarked;
