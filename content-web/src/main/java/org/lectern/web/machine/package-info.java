/** What is offered to programs that read texts rather than pages: each article's source, and a file that tells them where to begin. */
package org.lectern.web.machine;
