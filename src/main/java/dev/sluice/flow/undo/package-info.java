/** Ways back: what takes a script back, made from the record or before anything ran. */
@NullMarked
package dev.sluice.flow.undo;

import org.jspecify.annotations.NullMarked;
