/**
 * The use cases, one class each: what happens when. Here is what they share; they live in
 * subpackages.
 */
@NullMarked
package dev.sluice.flow;

import org.jspecify.annotations.NullMarked;
