/** Pure: policy, votes and digest in; a reasoned decision out. */
@NullMarked
package dev.sluice.approval;

import org.jspecify.annotations.NullMarked;
