using GraphQL.SourceGeneration.Composition;
using GraphQL.SourceGeneration.Reading;

namespace GraphQL.SourceGeneration.Emission;

/// <summary>Writes the one method that an application calls to have all types of an assembly.</summary>
internal static class RegistrationEmitter
{
    public static string Emit(SchemaModel schema, DocumentationFiles documentation, string assemblyName)
    {
        var name = new string([.. assemblyName.Where(char.IsLetterOrDigit)]);
        var body = new CodeWriter();
        body.Line("namespace Microsoft.Extensions.DependencyInjection;");
        body.Line();
        body.Line($"/// <summary>The GraphQL types of {assemblyName}.</summary>");
        body.Open($"public static class {name}GraphQLTypes");
        body.Line($"/// <summary>Adds the annotated types of {assemblyName}, and its data loaders.</summary>");
        body.Line("/// <param name=\"builder\">The server's builder.</param>");
        body.Line("/// <returns>The same builder.</returns>");
        body.Open($"public static global::GraphQL.Server.GraphQLBuilder Add{name}Types(this global::GraphQL.Server.GraphQLBuilder builder)");
        foreach (var loader in schema.DataLoaders)
            body.Line($"builder.AddDataLoader<{loader.QualifiedInterface}>(static scope => new {loader.QualifiedClass}(scope));");
        body.Line("return builder.AddTypes(AddTypes);");
        body.Close();
        body.Line();
        var types = new TypeEmitter(schema, documentation);
        types.Emit(body);
        body.Open("private static void AddTypes(global::GraphQL.Execution.TypeRegistry types)");
        foreach (var method in types.Methods)
            body.Line($"{method}(types);");
        body.Close();
        body.Close();
        return body.ToString();
    }
}
