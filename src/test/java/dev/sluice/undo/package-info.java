@NullMarked
package dev.sluice.undo;

import org.jspecify.annotations.NullMarked;
