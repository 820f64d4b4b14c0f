/**
 * What people read, in their language: the English stands where it is said, the rest in bundles.
 */
@NullMarked
package dev.sluice.language;

import org.jspecify.annotations.NullMarked;
