/**
 * Where staff write: the editor with its form and its two ways of saving, and what its scripts ask for. All of it works without a script but the preview, the
 * completions and the keeping of what is not saved. Knows {@code frame} and the domain.
 */
package org.lectern.admin.writing;
