using GraphQL.SourceGeneration.Composition;
using GraphQL.SourceGeneration.Model;
using GraphQL.SourceGeneration.Reading;

namespace GraphQL.SourceGeneration.Emission;

/// <summary>Writes the definition of a field and the delegate that resolves it.</summary>
internal sealed class FieldEmitter(SchemaModel schema, DocumentationFiles documentation)
{
    private readonly ResolverCode _code = new(schema);

    /// <summary>Adds a field to the variable <c>type</c>.</summary>
    public void Field(CodeWriter writer, ComposedField composed, bool isSubscription = false)
    {
        var field = composed.Model;
        Definition(writer, composed, TypeName(field), () =>
        {
            if (isSubscription)
            {
                writer.Line($"Subscriber = static context => global::GraphQL.Execution.SubscriptionSource.Of({_code.Call(field)}),");
                writer.Line($"SyncResolver = static context => {Parent(field)},");
            }
            else
            {
                writer.Line(Resolver(field));
            }
        });
        Arguments(writer, field);
    }

    /// <summary>Adds a mutation by the convention of one input and a payload.</summary>
    public void Mutation(CodeWriter writer, ComposedField composed)
    {
        var field = composed.Model;
        var name = Names.Pascal(field.Name);
        Definition(writer, composed, name + "Payload!", () => writer.Line($"Resolver = {Text.Identifier(name)}Mutation,"));
        if (!field.Arguments.Any())
            return;
        var input = MutationShape.TakesInputItself(field) ? Text.TypeName(field.Arguments.First().Shape!, schema, nullable: false) : name + "Input!";
        writer.Line($"field.Arguments.Add(new(\"input\", {Text.Literal(input)}) {{ Description = \"What {field.Name} needs to know.\" }});");
    }

    /// <summary>Writes the method behind a mutation.</summary>
    public void MutationMethod(CodeWriter writer, FieldModel field)
    {
        var name = Text.Identifier(Names.Pascal(field.Name));
        var takesInput = MutationShape.TakesInputItself(field);
        var awaited = field.Form == ResolverForm.Sync ? "" : "await ";
        var modifier = field.Form == ResolverForm.Sync ? "" : "async ";
        writer.Open($"private static {modifier}global::System.Threading.Tasks.ValueTask<object?> {name}Mutation(global::GraphQL.Execution.IResolverContext context)");
        if (field.Errors.Count > 0)
            writer.Open("try");
        if (!takesInput && field.Arguments.Any())
            writer.Line("var input = context.Argument<global::System.Collections.Generic.IReadOnlyDictionary<string, object?>>(\"input\");");
        var result = field.HasNoResult ? "" : "var result = ";
        writer.Line($"{result}{awaited}{_code.Call(field, takesInput ? _code.Argument : InputField)};");
        writer.Line(Answer(field, $"global::GraphQL.Execution.MutationPayload.Done({(field.HasNoResult ? "true" : _code.Finish(field, "result"))})"));
        if (field.Errors.Count > 0)
        {
            writer.Close();
            writer.Open($"catch (global::System.Exception exception) when ({name}Error(exception) is {{ }} error)");
            writer.Line(Answer(field, "global::GraphQL.Execution.MutationPayload.Failed(error)"));
            writer.Close();
        }
        writer.Close();
        if (field.Errors.Count > 0)
            ErrorMethod(writer, field, name);
    }

    /// <summary>The type of a field as GraphQL writes it.</summary>
    public string TypeName(FieldModel field) => field.Paging is null
        ? Text.TypeName(field.Shape!, schema)
        : Composer.ConnectionName(field) + "Connection";

    /// <summary>The delegate that loads a node by its identifier.</summary>
    public string NodeResolver(FieldModel field)
    {
        var call = _code.Call(field, parameter => $"global::GraphQL.Data.NodeId.Decode<{parameter.Shape!.Clr}>(id)");
        return field.Form == ResolverForm.Sync
            ? $"static (context, id) => global::System.Threading.Tasks.ValueTask.FromResult<object?>({call})"
            : $"static async (context, id) => await {call}";
    }

    private static string Answer(FieldModel field, string payload) => field.Form == ResolverForm.Sync
        ? $"return global::System.Threading.Tasks.ValueTask.FromResult<object?>({payload});"
        : $"return {payload};";

    private static void ErrorMethod(CodeWriter writer, FieldModel field, string name)
    {
        writer.Line();
        writer.Open($"private static object? {name}Error(global::System.Exception exception)");
        for (var i = 0; i < field.Errors.Count; i++)
        {
            var error = field.Errors[i];
            writer.Line($"if (exception is {error.Exception} error{i})");
            writer.Line($"    return {(error.Factory is null ? $"error{i}" : $"{error.Factory}(error{i})")};");
        }
        writer.Line("return null;");
        writer.Close();
    }

    private string InputField(ParameterModel parameter) => InputCode.Field(parameter.Shape!, "input", parameter.Name, schema);

    private void Definition(CodeWriter writer, ComposedField composed, string typeName, Action resolver)
    {
        var field = composed.Model;
        writer.Line($"field = new({Text.Literal(field.Name)}, {Text.Literal(typeName)})");
        writer.Open();
        writer.Description(documentation.Find(field.Documentation));
        if (field.Deprecation is not null)
            writer.Line($"DeprecationReason = {Text.Literal(field.Deprecation)},");
        if (composed.Authorization is { } rule)
            writer.Line($"Authorization = new({Text.Literal(rule.Permission)}, {(rule.AllowAnonymous ? "true" : "false")}),");
        resolver();
        writer.Close("};");
        writer.Line("type.Fields.Add(field);");
        if (field.Cost is not null)
            writer.Line($"types.Cost(field, {Text.Literal(field.Cost)});");
    }

    private string Resolver(FieldModel field) => field.Form switch
    {
        ResolverForm.Property => $"SyncResolver = static context => {_code.Finish(field, $"(({field.Target})context.Parent!).{field.Member}")},",
        ResolverForm.AsyncEnumerable => $"Resolver = static context => {{ var result = {_code.Call(field)}; return new((object?){AsyncItems(field)}); }},",
        _ when field.IsQueryable => $"Resolver = static async context => {_code.Run(field)},",
        // A resolver that is given the context, or a query that asks it, may keep it; synchronous resolvers share one.
        ResolverForm.Sync when field.Parameters.Any(parameter => parameter.Kind is ParameterKind.Context or ParameterKind.Query) =>
            $"Resolver = static context => {{ var result = {_code.Call(field)}; return new((object?){_code.Finish(field, "result")}); }},",
        ResolverForm.Sync when field.Shape!.Kind == ShapeKind.List || field.Shape.Leaf.IdentityOf is not null =>
            $"SyncResolver = static context => {{ var result = {_code.Call(field)}; return {_code.Finish(field, "result")}; }},",
        ResolverForm.Sync => $"SyncResolver = static context => {_code.Call(field)},",
        _ when _code.Finish(field, "result") != "result" =>
            $"Resolver = static async context => {{ var result = await {_code.Call(field)}; return {_code.Finish(field, "result")}; }},",
        _ => $"Resolver = static context => global::GraphQL.Execution.ResolverResult.Of(context, {_code.Call(field)}),",
    };

    private void Querying(CodeWriter writer, FieldModel field)
    {
        if (field.Querying is not { } querying)
            return;
        var key = field.Shape!.Item!.Name;
        if (querying.Filters)
        {
            var filter = schema.Filters.First(input => input.Key == key).Name;
            writer.Line($"field.Arguments.Add(new(\"where\", {Text.Literal(filter)}) {{ Description = \"Which items are listed.\" }});");
        }
        if (!querying.Sorts)
            return;
        var order = Text.Literal($"[{schema.Sorts.First(input => input.Key == key).Name}!]");
        writer.Line($"field.Arguments.Add(new(\"order\", {order})");
        writer.Open();
        writer.Description("In which order items are listed, the most important first.");
        if (querying.DefaultOrder is not null)
            writer.Line($"DefaultValue = global::GraphQL.Language.GraphQLParser.ParseValue({Text.Literal(querying.DefaultOrder)}),");
        writer.Close("});");
    }

    private static string AsyncItems(FieldModel field)
    {
        const string Items = "global::GraphQL.Execution.SubscriptionSource.Of(result)";
        return field.Shape!.Nullable ? $"(result is null ? null : {Items})" : Items;
    }

    private string Parent(FieldModel field) => field.Shape!.Leaf.IdentityOf is null
        ? "context.Parent"
        : _code.Finish(field, $"(({field.Shape.ClrWithNull})context.Parent!)");

    private void Arguments(CodeWriter writer, FieldModel field)
    {
        foreach (var argument in field.Arguments)
        {
            writer.Line($"field.Arguments.Add(new({Text.Literal(argument.Name)}, {Text.Literal(Text.TypeName(argument.Shape!, schema))})");
            writer.Open();
            writer.Description(documentation.Find(argument.Documentation));
            if (argument.Deprecation is not null)
                writer.Line($"DeprecationReason = {Text.Literal(argument.Deprecation)},");
            if (argument.DefaultValue is not null)
                writer.Line($"DefaultValue = global::GraphQL.Language.GraphQLParser.ParseValue({Text.Literal(argument.DefaultValue)}),");
            writer.Close("});");
        }
        Querying(writer, field);
        if (field.Paging is null)
            return;
        writer.Line($"global::GraphQL.Execution.TypeRegistry.Paged(field, {ResolverCode.Size(field.Paging.DefaultPageSize)}, {ResolverCode.Size(field.Paging.MaxPageSize)});");
        writer.Line("field.Arguments.Add(new(\"first\", \"Int\") { Description = \"How many items from the start of the list, or after the cursor.\" });");
        writer.Line("field.Arguments.Add(new(\"after\", \"String\") { Description = \"The cursor after which the page starts.\" });");
        writer.Line("field.Arguments.Add(new(\"last\", \"Int\") { Description = \"How many items from the end of the list, or before the cursor.\" });");
        writer.Line("field.Arguments.Add(new(\"before\", \"String\") { Description = \"The cursor before which the page ends.\" });");
    }
}
