/** The way back: what takes a change back, shown before it lands and run after it did. */
@NullMarked
package dev.sluice.flow.undo;

import org.jspecify.annotations.NullMarked;
