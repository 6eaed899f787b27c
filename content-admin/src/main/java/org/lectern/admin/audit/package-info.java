/** What happened, for administrators: the audit narrowed by its address, page by page, and taken along as a file. Nothing here changes an entry. */
package org.lectern.admin.audit;
