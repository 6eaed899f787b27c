/** What all public pages share: the site's name, language and addresses, its words, the pager, the files of the look. Knows no page. */
package org.lectern.web.site;
