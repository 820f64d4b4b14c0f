/** The use cases, one class each: what happens when. Subpackages hold their steps. */
@NullMarked
package dev.sluice.flow;

import org.jspecify.annotations.NullMarked;
