package io.soam.web.sources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.ingestion.boundary.ConnectorTypeView;
import io.soam.ingestion.boundary.DataSourceChange;
import io.soam.ingestion.boundary.DataSourceConflictException;
import io.soam.ingestion.boundary.DataSourceView;
import io.soam.ingestion.boundary.DataSources;
import io.soam.ingestion.boundary.InvalidDataSourceException;
import io.soam.ingestion.boundary.NewDataSource;
import io.soam.ingestion.boundary.UnknownDataSourceException;
import io.soam.platform.boundary.NotPermittedException;
import io.soam.platform.boundary.Roles;
import io.soam.web.form.SchemaForm;
import io.soam.web.rest.JsonFormat;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.ConstraintViolationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.primefaces.PrimeFaces;

/**
 * Behind {@code data-source-edit.xhtml}, which connects a new data source or changes one. The page
 * keeps no state on the server: what was typed lives in the browser until it is saved, also when
 * the session ends meanwhile.
 */
@Named
@RequestScoped
public class DataSourceEditView {

    private static final String NAME = "name";
    private static final int LONGEST_NAME = 100;

    /** Under this key the page is told what is wrong with the name; no setting can be called so. */
    private static final String NAME_FIELD = "/name";

    @Inject DataSources sources;

    @Inject ExternalContext external;

    private List<ConnectorTypeView> types;
    private ConnectorTypeView type;
    private DataSourceView source;
    private SchemaForm form;
    private String name = "";
    private String nameProblem;
    private String problem;

    /** Finds out what is to be edited: the data source, or the type of a new one. */
    @PostConstruct
    void load() {
        types = sources.types();
        source = source(parameter("id"));
        DataSourceView model = source == null ? source(parameter("copy")) : source;
        String wanted = model == null ? parameter("type") : model.typeName();
        type = types.stream().filter(t -> t.name().equals(wanted)).findFirst().orElse(null);
        if (type != null) {
            form = SchemaForm.of(type.configSchema());
            if (model != null) {
                take(model);
            }
        }
    }

    /** Types to choose from. */
    public List<TypeChoice> getTypes() {
        return types.stream().map(TypeChoice::of).toList();
    }

    /** The chosen type; null before it is chosen. */
    public ConnectorTypeView getType() {
        return type;
    }

    /** The data source that is changed; null for a new one. */
    public DataSourceView getSource() {
        return source;
    }

    public SchemaForm getForm() {
        return form;
    }

    public String getName() {
        return name;
    }

    /** Why nothing can be edited; null if it can. */
    public String getProblem() {
        if (problem != null) {
            return problem;
        }
        if (!external.isUserInRole(Roles.USER) && !external.isUserInRole(Roles.ADMIN)) {
            return "Your role may look at data sources only. Ask an administrator for the role user.";
        }
        return source == null || source.mayChange()
                ? null
                : "This data source was registered by %s. Only its creator or an administrator may change it."
                        .formatted(source.createdBy());
    }

    /** Reads what was entered for a trial; the browser itself then asks for it. */
    public void prepareTrial() {
        ObjectNode config = entered(false);
        if (form.problems().isEmpty()) {
            ObjectNode trial = JsonFormat.MAPPER.createObjectNode();
            trial.put("type_name", type.name());
            trial.set("config", config);
            if (source != null) {
                trial.put("id", source.id());
            }
            answer("trial", trial.toString());
        }
        answerProblems();
    }

    /** Saves what was entered. */
    public void save() {
        ObjectNode config = entered(true);
        if (form.problems().isEmpty() && nameProblem == null) {
            saved(
                    () ->
                            source == null
                                    ? sources.create(
                                                    new NewDataSource(
                                                            name, type.name(), config, true))
                                            .source()
                                    : sources.update(
                                            source.id(),
                                            new DataSourceChange(name, config, null, version())));
        }
        answerProblems();
    }

    private void saved(Supplier<DataSourceView> saving) {
        try {
            answer("saved", Long.toString(saving.get().id()));
        } catch (InvalidDataSourceException e) {
            e.settings().forEach(setting -> form.reject(setting.name(), setting.message()));
        } catch (DataSourceConflictException e) {
            answerConflict(e);
        } catch (NotPermittedException | UnknownDataSourceException e) {
            form.reject(SchemaForm.WHOLE, e.getMessage());
        } catch (EJBException e) {
            if (!(e.getCause() instanceof ConstraintViolationException invalid)) {
                throw e;
            }
            nameProblem = invalid.getConstraintViolations().iterator().next().getMessage();
        }
    }

    /** Somebody was faster: whoever reads that decides which of both is to hold. */
    private void answerConflict(DataSourceConflictException e) {
        DataSourceView newest = source == null ? null : sources.one(source.id());
        if (newest != null && newest.version() != version()) {
            answer("conflict", e.getMessage());
            answer("version", Integer.toString(newest.version()));
        } else {
            form.reject(SchemaForm.WHOLE, e.getMessage());
        }
    }

    private ObjectNode entered(boolean withName) {
        form.accept(external.getRequestParameterValuesMap());
        name = parameter(NAME) == null ? "" : parameter(NAME).strip();
        if (withName && name.isEmpty()) {
            nameProblem = "Give the data source a name.";
        }
        return form.config();
    }

    private int version() {
        String version = parameter("version");
        return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    private void take(DataSourceView model) {
        boolean copy = source == null;
        form.fill(
                JsonFormat.MAPPER.valueToTree(model.config()),
                copy ? List.of() : model.secretsSet());
        String proposed = copy ? model.name() + " copy" : model.name();
        name = proposed.substring(0, Math.min(LONGEST_NAME, proposed.length()));
    }

    private DataSourceView source(String id) {
        if (id == null) {
            return null;
        }
        try {
            return sources.one(Long.parseLong(id));
        } catch (UnknownDataSourceException e) {
            problem = e.getMessage();
        } catch (NumberFormatException e) {
            problem = "There is no data source '" + id + "'.";
        }
        return null;
    }

    private void answerProblems() {
        Map<String, String> problems = new LinkedHashMap<>(form.problems());
        if (nameProblem != null) {
            problems.put(NAME_FIELD, nameProblem);
        }
        answer("problems", JsonFormat.MAPPER.valueToTree(problems).toString());
    }

    private static void answer(String key, String value) {
        PrimeFaces.current().ajax().addCallbackParam(key, value);
    }

    private String parameter(String key) {
        String value = external.getRequestParameterMap().get(key);
        return value == null || value.isEmpty() ? null : value;
    }
}
