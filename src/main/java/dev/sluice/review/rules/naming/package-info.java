/** Rules about names. */
@NullMarked
package dev.sluice.review.rules.naming;

import org.jspecify.annotations.NullMarked;
