/** Pages that show what an article was: its revisions, each as readers would have seen it, and what parts two of them. */
package org.lectern.admin.history;
