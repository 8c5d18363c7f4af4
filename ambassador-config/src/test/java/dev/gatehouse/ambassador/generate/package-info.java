/** What is generated must be accepted, and must route as the spec says. */
@NullMarked
package dev.gatehouse.ambassador.generate;

import org.jspecify.annotations.NullMarked;
