package org.lectern.admin.frame;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;

/** What somebody asks of a page: the words in its address, and the fields of a query or a form. All of it comes from strangers. */
public final class Asked {

    private final HttpServletRequest request;
    private final Map<String, String> words;

    /** @param words what stands for the words in braces */
    public Asked(HttpServletRequest request, Map<String, String> words) {
        this.request = request;
        this.words = Map.copyOf(words);
    }

    /** What stands in the address for a word in braces. */
    public String word(String name) {
        return words.get(name);
    }

    /** An id in the address; empty if it is no number. */
    public Optional<Long> id(String name) {
        return Optional.of(words.get(name)).filter(word -> word.matches("[1-9][0-9]{0,17}")).map(Long::valueOf);
    }

    /** The last part of the address: {@code withdraw} of {@code /articles/12/withdraw}. */
    public String last() {
        return request.getPathInfo().substring(request.getPathInfo().lastIndexOf('/') + 1);
    }

    /** Whether the address ends in {@code .json}, or a script of ours asks for JSON. */
    public boolean wantsJson() {
        var accepted = request.getHeader("Accept");
        return request.getPathInfo().endsWith(".json") || accepted != null && accepted.startsWith("application/json");
    }

    /** Whether a component asks for a part of its page, such as completions: Faces answers, and nothing is changed. */
    public boolean isPartial() {
        return request.getMethod().equals("POST") && "true".equals(request.getParameter("jakarta.faces.partial.ajax"));
    }

    /** A field without white space around it; empty if it is missing. */
    public String field(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** A field as it was typed, with its line ends as {@code \n}; empty if it is missing. */
    public String text(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** All values of a field. */
    public List<String> fields(String name) {
        var values = request.getParameterValues(name);
        return values == null ? List.of() : Arrays.stream(values).map(String::strip).toList();
    }

    public boolean has(String name) {
        return request.getParameter(name) != null;
    }

    /** Whether the address names a field, as no form of ours does with what is secret: addresses are kept and told on. */
    public boolean isInAddress(String name) {
        return request.getQueryString() != null && Arrays.stream(request.getQueryString().split("&")).anyMatch(field -> URLDecoder.decode(field.replaceFirst("(?s)=.*", ""), StandardCharsets.UTF_8).equals(name));
    }

    /** The way to the same page by an address without the fields that a filter's form has sent empty; none if there are no such fields. */
    public Optional<Answer> tidied() {
        var query = request.getQueryString();
        if (query == null || Arrays.stream(query.split("&")).allMatch(Asked::isFilled)) {
            return Optional.empty();
        }
        var filled = Arrays.stream(query.split("&")).filter(Asked::isFilled).collect(Collectors.joining("&"));
        return Optional.of(Answer.go("/admin" + request.getPathInfo() + (filled.isEmpty() ? "" : "?" + filled)));
    }

    /** Whether a field of a query has a value; one without a sign of equality is a mark that stands for itself. */
    private static boolean isFilled(String field) {
        return !field.isEmpty() && !field.matches("[^=]*=(\\+|%20)*+");
    }

    /** A whole number from a field, such as the version that a form showed; empty if it is none. */
    public Optional<Integer> number(String name) {
        return Optional.of(field(name)).filter(value -> value.matches("-?[0-9]{1,9}")).map(Integer::valueOf);
    }

    /** A file that the form brings; empty if none was chosen. */
    public Optional<Part> file(String name) throws IOException {
        try {
            return Optional.ofNullable(isMultipart() ? request.getPart(name) : null).filter(part -> part.getSize() > 0);
        } catch (ServletException notMultipart) {
            throw new IOException(notMultipart);
        }
    }

    /** All files that the form brings under this name, in its order. */
    public List<Part> files(String name) throws IOException {
        try {
            return isMultipart() ? request.getParts().stream().filter(part -> part.getName().equals(name) && part.getSubmittedFileName() != null && !part.getSubmittedFileName().isEmpty()).toList() : List.of();
        } catch (ServletException notMultipart) {
            throw new IOException(notMultipart);
        }
    }

    /** The last part of what the sender calls the file: some browsers told the whole path. */
    public static String nameOf(Part file) {
        var name = file.getSubmittedFileName() == null ? "" : file.getSubmittedFileName().replaceAll("\\p{Cntrl}", "");
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private boolean isMultipart() {
        return request.getContentType() != null && request.getContentType().toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }
}
