/** Rules about locks that keep others waiting. */
@NullMarked
package dev.sluice.review.rules.lock;

import org.jspecify.annotations.NullMarked;
