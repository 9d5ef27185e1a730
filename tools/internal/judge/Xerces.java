// An XSD 1.0 judge for tests: the validator of the JDK (Xerces-J) behind a
// line protocol on standard input and output, many documents per process.
//
// A request is one line, fields separated by tabs:
//     catalog (NAMESPACE LOCATION FILE)...   files for what schemas refer to from now on
//     schema FILE...   compile these files into the current schema
//     validate FILE    judge a document against the current schema
// The answer is one line:
//     valid | invalid LINE COLUMN MESSAGE | malformed LINE COLUMN MESSAGE | undecided 0 0 MESSAGE

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

public class Xerces {
    private static Schema schema;
    private static final Map<String, String> namespaces = new HashMap<>();
    private static final Map<String, String> locations = new HashMap<>();

    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(answer(line.split("\t")));
        }
    }

    private static String answer(String[] request) {
        First first = new First();
        try {
            if (request[0].equals("catalog")) {
                map(request);
            } else if (request[0].equals("schema")) {
                compile(request, first);
            } else {
                validate(new File(request[1]), first);
            }
        } catch (SAXParseException e) {
            first.fatalError(e);
        } catch (SAXException | IOException | RuntimeException e) {
            first.other("malformed", e);
        } catch (OutOfMemoryError | StackOverflowError e) {
            first.other("undecided", e);
        }
        return first.verdict;
    }

    private static void map(String[] request) {
        namespaces.clear();
        locations.clear();
        for (int i = 1; i + 2 < request.length; i += 3) {
            if (!request[i].isEmpty()) {
                namespaces.put(request[i], request[i + 2]);
            }
            if (!request[i + 1].isEmpty()) {
                locations.put(request[i + 1], request[i + 2]);
            }
        }
    }

    // resolve asks the catalog; null leaves it to the location.
    private static LSInput resolve(String namespace, String location) {
        String file = locations.get(location);
        if (file == null && (location == null || location.startsWith("http:") || location.startsWith("https:"))) {
            file = namespaces.get(namespace);
        }
        if (file == null) {
            return null;
        }
        try {
            LSInput input = ((DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS")).createLSInput();
            input.setSystemId(new File(file).toURI().toString());
            return input;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compile(String[] request, First first) throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "file");
        factory.setErrorHandler(first);
        factory.setResourceResolver((type, namespace, publicId, location, base) -> resolve(namespace, location));
        Source[] sources = new Source[request.length - 1];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = new StreamSource(new File(request[i + 1]));
        }
        schema = factory.newSchema(sources);
    }

    private static void validate(File document, First first) throws SAXException, IOException {
        Validator validator = schema.newValidator();
        validator.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, false);
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
        validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "file");
        validator.setErrorHandler(first);
        validator.validate(new StreamSource(document));
    }

    // First keeps the first error and whether the document is well-formed.
    private static final class First implements ErrorHandler {
        private String verdict = "valid";

        @Override
        public void warning(SAXParseException e) {
        }

        @Override
        public void error(SAXParseException e) {
            if (verdict.equals("valid")) {
                verdict = describe("invalid", e.getLineNumber(), e.getColumnNumber(), e.getMessage());
            }
        }

        @Override
        public void fatalError(SAXParseException e) {
            if (!verdict.startsWith("malformed")) {
                verdict = describe("malformed", e.getLineNumber(), e.getColumnNumber(), e.getMessage());
            }
        }

        void other(String kind, Throwable e) {
            if (verdict.equals("valid")) {
                verdict = describe(kind, 0, 0, e.toString());
            }
        }

        private static String describe(String kind, int line, int column, String message) {
            return kind + "\t" + line + "\t" + column + "\t" + String.valueOf(message).replaceAll("\\s+", " ");
        }
    }
}
