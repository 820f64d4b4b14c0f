/**
 * Other people's migrations, read and run by hand: see docs/review-quality.md. Nothing here is a
 * test of {@code verify}.
 */
@NullMarked
package dev.sluice.real;

import org.jspecify.annotations.NullMarked;
