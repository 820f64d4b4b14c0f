/** Characters become tokens, tokens become statements; one small class per dialect. */
@NullMarked
package dev.sluice.sql.split;

import org.jspecify.annotations.NullMarked;
