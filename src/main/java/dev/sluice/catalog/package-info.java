/** A schema as data, how a statement changes it, its canonical text and their difference. */
@NullMarked
package dev.sluice.catalog;

import org.jspecify.annotations.NullMarked;
