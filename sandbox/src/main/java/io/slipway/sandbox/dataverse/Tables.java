package io.slipway.sandbox.dataverse;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables that an environment has. */
final class Tables {

    private static final Map<String, Table> BY_SET = new LinkedHashMap<>();

    static {
        add("organizations organization organizationid", "name friendlyname", "", "");
        add("businessunits businessunit businessunitid", "name", "", "");
        add(
                "systemusers systemuser systemuserid",
                "fullname internalemailaddress domainname azureactivedirectoryobjectid applicationid isdisabled"
                        + " accessmode",
                "businessunitid=businessunits",
                "");
        add(
                "publishers publisher publisherid",
                "uniquename friendlyname description customizationprefix customizationoptionvalueprefix isreadonly",
                "",
                "publisher_solution=solutions/_publisherid_value");
        add(
                "solutions solution solutionid",
                "uniquename friendlyname version description ismanaged isvisible isapimanaged installedon updatedon"
                        + " solutionpackageversion solutiontype upgradeinfo templatesuffix",
                "publisherid=publishers parentsolutionid=solutions",
                "solution_solutioncomponent=solutioncomponents/_solutionid_value");
        add(
                "solutioncomponents solutioncomponent solutioncomponentid",
                "componenttype objectid rootcomponentbehavior rootsolutioncomponentid ismetadata",
                "solutionid=solutions",
                "");
        add(
                "asyncoperations asyncoperation asyncoperationid",
                "name messagename operationtype statecode statuscode message friendlymessage errorcode startedon"
                        + " completedon executiontimespan correlationid requestid breadcrumbid retrycount data",
                "regardingobjectid=solutions ownerid=systemusers createdby=systemusers",
                "");
        add(
                "importjobs importjob importjobid",
                "name progress data solutionname importcontext operationcontext startedon completedon solutionid",
                "createdby=systemusers",
                "");
        add(
                "environmentvariabledefinitions environmentvariabledefinition environmentvariabledefinitionid",
                "schemaname displayname type defaultvalue description isrequired parameterkey apiid valueschema hint"
                        + " ismanaged statecode secretstore",
                "parentdefinitionid=environmentvariabledefinitions connectionreferenceid=connectionreferences",
                "environmentvariabledefinition_environmentvariablevalue=environmentvariablevalues/_environmentvariabledefinitionid_value");
        add(
                "environmentvariablevalues environmentvariablevalue environmentvariablevalueid",
                "value schemaname ismanaged statecode",
                "EnvironmentVariableDefinitionId=environmentvariabledefinitions",
                "");
        add(
                "connectionreferences connectionreference connectionreferenceid",
                "connectionreferencelogicalname connectionreferencedisplayname connectorid connectionid"
                        + " promptingbehavior description statecode statuscode ismanaged componentstate solutionid",
                "customconnectorid=connectionreferences ownerid=systemusers",
                "");
        add(
                "workflows workflow workflowid",
                "name category type statecode statuscode clientdata primaryentity ismanaged workflowidunique"
                        + " uniquename description solutionid",
                "ownerid=systemusers",
                "");
        add(
                "msdyn_solutionhistories msdyn_solutionhistory msdyn_solutionhistoryid",
                "msdyn_name msdyn_solutionid msdyn_solutionversion msdyn_operation msdyn_suboperation msdyn_status"
                        + " msdyn_result msdyn_errorcode msdyn_exceptionmessage msdyn_exceptionstack msdyn_starttime"
                        + " msdyn_endtime msdyn_totaltime msdyn_ismanaged msdyn_ispatch"
                        + " msdyn_isoverwritecustomizations msdyn_packagename msdyn_packageversion msdyn_publisherid"
                        + " msdyn_publishername msdyn_correlationid msdyn_activityid msdyn_retrycount"
                        + " msdyn_maxretries",
                "",
                "");
    }

    private Tables() {}

    static Optional<Table> find(String set) {
        return Optional.ofNullable(BY_SET.get(set));
    }

    static Table of(String set) {
        return find(set).orElseThrow(() -> Refusal.noSegment(set));
    }

    static Map<String, Table> all() {
        return BY_SET;
    }

    private static void add(String names, String columns, String lookups, String collections) {
        String[] name = names.split(" ");
        Map<String, String> navigation = pairs(lookups);
        Set<String> all = words(columns).collect(Collectors.toSet());
        all.add(name[2]);
        all.addAll(Set.of("createdon", "modifiedon", "versionnumber"));
        navigation.keySet().forEach(n -> all.add(Table.columnOf(n)));
        BY_SET.put(name[0], new Table(name[0], name[1], name[2], Set.copyOf(all), navigation, pairs(collections)));
    }

    private static Map<String, String> pairs(String text) {
        return words(text).map(p -> p.split("=")).collect(Collectors.toMap(p -> p[0], p -> p[1]));
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(w -> !w.isEmpty());
    }
}
