/** Tests of the AWS side. */
@NullMarked
package dev.gatehouse.aws;

import org.jspecify.annotations.NullMarked;
