/** Rules about keys. */
@NullMarked
package dev.sluice.review.rules.key;

import org.jspecify.annotations.NullMarked;
