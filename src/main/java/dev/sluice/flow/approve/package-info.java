/** Who must approve, who may, who has: from GitLab and the record to a decision. */
@NullMarked
package dev.sluice.flow.approve;

import org.jspecify.annotations.NullMarked;
