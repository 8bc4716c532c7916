using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GraphQL.SourceGeneration.Tests;

public sealed class Incremental_generation
{
    private const string Queries = """
        using GraphQL;
        public sealed record Row(int Id, string Name);
        [QueryType] public static partial class Queries { public static Row? GetRow(int id) => null; }
        """;

    [Fact]
    public void typing_elsewhere_writes_no_code_again()
    {
        var steps = StepsAfterAdding("public static class Unrelated { public static int X() => 1; }");

        steps.ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void another_annotated_class_does()
    {
        var steps = StepsAfterAdding("[GraphQL.QueryType] public static partial class More { public static int GetX() => 1; }");

        steps.ShouldContain(IncrementalStepRunReason.Modified);
    }

    private static IReadOnlyList<IncrementalStepRunReason> StepsAfterAdding(string code)
    {
        var compilation = GeneratedSchema.Compilation(Queries);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new GraphQLGenerator().AsSourceGenerator()],
            driverOptions: new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true),
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options);
        driver = driver.RunGenerators(compilation);
        var tree = CSharpSyntaxTree.ParseText(code, (CSharpParseOptions)compilation.SyntaxTrees.First().Options);
        driver = driver.RunGenerators(compilation.AddSyntaxTrees(tree));
        return [.. driver.GetRunResult().Results[0].TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason)];
    }
}
