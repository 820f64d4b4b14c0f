/** Pure: script, catalog and policy in; findings and risk out. */
@NullMarked
package dev.sluice.review;

import org.jspecify.annotations.NullMarked;
