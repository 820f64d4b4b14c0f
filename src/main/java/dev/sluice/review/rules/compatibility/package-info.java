/** Rules about code that runs while, and after, the change is deployed. */
@NullMarked
package dev.sluice.review.rules.compatibility;

import org.jspecify.annotations.NullMarked;
