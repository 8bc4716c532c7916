using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Security.Claims;
using GraphQL.Execution;
using GraphQL.Server;
using GraphQL.TypeSystem;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.SourceGeneration.Tests;

/// <summary>Sample code, run through the generator, compiled and loaded.</summary>
internal sealed class GeneratedSchema
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;
        using GraphQL;
        using GraphQL.Data;
        using GraphQL.Execution;

        """;

    // Those that the web SDK adds to every file.
    private const string WebUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.Parse);

    private readonly IServiceProvider _services;

    private GeneratedSchema(IServiceProvider services) => _services = services;

    public SchemaDefinition Schema => _services.GetRequiredService<SchemaDefinition>();

    /// <summary>The diagnostics that the generator reports for a piece of code, as "id text".</summary>
    public static IReadOnlyList<string> DiagnosticsOf(string code)
    {
        var (_, diagnostics) = Generate(code, []);
        return [.. diagnostics.Select(diagnostic => $"{diagnostic.Id} {TextAt(diagnostic)}")];
    }

    public static GeneratedSchema Compile(string code, params AdditionalText[] documentation) => Compile(code, _ => { }, documentation);

    public static GeneratedSchema Compile(string code, Action<GraphQLBuilder> configure, params AdditionalText[] documentation)
    {
        var (compilation, diagnostics) = Generate(code, [.. documentation]);
        diagnostics.ShouldBeEmpty();
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream);
        emitted.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        stream.Position = 0;
        var assembly = new AssemblyLoadContext(null).LoadFromStream(stream);
        var services = new ServiceCollection();
        var builder = services.AddGraphQL();
        var register = assembly.GetType("Microsoft.Extensions.DependencyInjection.SampleAppGraphQLTypes")!.GetMethod("AddSampleAppTypes")!;
        register.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [builder], null);
        configure(builder);
        return new GeneratedSchema(services.BuildServiceProvider());
    }

    /// <summary>What the compiler has to say about the files of a web application.</summary>
    public static IReadOnlyList<Diagnostic> Build(string assemblyName, IEnumerable<string> files)
    {
        SyntaxTree[] trees = [.. files.Append(WebUsings).Select((file, index) => CSharpSyntaxTree.ParseText(SourceText.From(file), Options, $"{index}.cs"))];
        var hasStatements = trees.Any(tree => tree.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any());
        var compilation = CSharpCompilation.Create(
            assemblyName,
            trees,
            References,
            new CSharpCompilationOptions(
                hasStatements ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new GraphQLGenerator().AsSourceGenerator()], [], Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var diagnostics);
        return [.. diagnostics, .. generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
    }

    /// <summary>A type as GraphQL writes it, with its description.</summary>
    public string Sdl(string typeName)
    {
        var lines = Schema.ToSdl().Split('\n').ToList();
        var start = lines.FindIndex(line => line.Split(' ') is [("type" or "input" or "enum" or "union" or "interface"), var name, ..] && name == typeName);
        var end = lines[start].EndsWith('{') ? lines.IndexOf("}", start) : start;
        while (start > 0 && lines[start - 1].Length > 0)
            start--;
        return string.Join('\n', lines[start..(end + 1)]);
    }

    public async Task<string> ExecuteAsync(string query)
    {
        var executor = _services.GetRequiredService<IRequestExecutor>();
        var result = await executor.ExecuteAsync(new OperationRequest(query), _services, new ClaimsPrincipal(new ClaimsIdentity()));
        return result.ToJson();
    }

    public static CSharpCompilation Compilation(string code) => CSharpCompilation.Create(
        "Sample.App",
        [CSharpSyntaxTree.ParseText(SourceText.From(code), Options, "Sample.cs")],
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static (Compilation Compilation, ImmutableArray<Diagnostic> Diagnostics) Generate(string code, ImmutableArray<AdditionalText> documentation)
    {
        var compilation = Compilation(Usings + code);
        var driver = CSharpGeneratorDriver.Create([new GraphQLGenerator().AsSourceGenerator()], documentation, Options);
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var diagnostics);
        return (generated, diagnostics);
    }

    private static string TextAt(Diagnostic diagnostic)
    {
        var location = diagnostic.Location;
        return location.GetLineSpan().Path == "Sample.cs" ? $"line {location.GetLineSpan().StartLinePosition.Line - Usings.Count(letter => letter == '\n') + 1}" : "nowhere";
    }
}
