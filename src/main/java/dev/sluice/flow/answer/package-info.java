/** What people see in a merge request: threads, the summary, statuses, labels. */
@NullMarked
package dev.sluice.flow.answer;

import org.jspecify.annotations.NullMarked;
