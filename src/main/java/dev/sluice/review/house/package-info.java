/** Rules of a house: declared in the configuration, run like any other. */
@NullMarked
package dev.sluice.review.house;

import org.jspecify.annotations.NullMarked;
