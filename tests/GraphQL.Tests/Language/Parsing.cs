using GraphQL.Language;

namespace GraphQL.Tests.Language;

public sealed class Parsing
{
    [Fact]
    public void An_operation_keeps_its_name_variables_directives_and_selections()
    {
        var operation = Parse<OperationDefinitionNode>("query Wave($id: ID!, $first: Int = 10) @cached { wave(id: $id) { title } }");

        operation.Operation.ShouldBe(OperationType.Query);
        operation.Name!.Value.ShouldBe("Wave");
        operation.Variables.Select(variable => variable.Type.ToString()).ShouldBe(["ID!", "Int"]);
        operation.Variables[1].DefaultValue.ShouldBeOfType<IntValueNode>().Text.ShouldBe("10");
        operation.Directives.ShouldHaveSingleItem().Name.Value.ShouldBe("cached");
        operation.SelectionSet.Selections.ShouldHaveSingleItem().ShouldBeOfType<FieldNode>().Name.Value.ShouldBe("wave");
    }

    [Fact]
    public void A_field_answers_under_its_alias()
    {
        var field = Field("{ latest: entries(first: 1) { nodes { id } } }");

        field.Name.Value.ShouldBe("entries");
        field.ResponseName.ShouldBe("latest");
        field.Arguments.ShouldHaveSingleItem().Value.ShouldBeOfType<IntValueNode>();
    }

    [Fact]
    public void Operations_fragments_and_variables_may_have_descriptions()
    {
        var document = GraphQLParser.Parse("""
            "Reads one entry."
            query Entry("Which one." $id: ID!) { ...Body }
            "What a card shows."
            fragment Body on Query { entry(id: $id) { text } }
            """);

        document.Definitions.Select(definition => definition.Description?.Value).ShouldBe(["Reads one entry.", "What a card shows."]);
        ((OperationDefinitionNode)document.Definitions[0]).Variables[0].Description!.Value.ShouldBe("Which one.");
    }

    [Fact]
    public void Fragments_are_spread_by_name_or_written_in_place()
    {
        var selections = Parse<OperationDefinitionNode>("{ ...Body @skip(if: true) ... on Entry { id } ... @include(if: $x) { id } }").SelectionSet.Selections;

        selections[0].ShouldBeOfType<FragmentSpreadNode>().Name.Value.ShouldBe("Body");
        selections[1].ShouldBeOfType<InlineFragmentNode>().TypeCondition!.Name.Value.ShouldBe("Entry");
        selections[2].ShouldBeOfType<InlineFragmentNode>().TypeCondition.ShouldBeNull();
    }

    [Theory]
    [InlineData("1", typeof(IntValueNode))]
    [InlineData("-0", typeof(IntValueNode))]
    [InlineData("1.5e-3", typeof(FloatValueNode))]
    [InlineData("\"text\"", typeof(StringValueNode))]
    [InlineData("true", typeof(BooleanValueNode))]
    [InlineData("null", typeof(NullValueNode))]
    [InlineData("OPEN", typeof(EnumValueNode))]
    [InlineData("$id", typeof(VariableNode))]
    [InlineData("[]", typeof(ListValueNode))]
    [InlineData("{}", typeof(ObjectValueNode))]
    public void Each_kind_of_value_has_its_node(string text, Type kind) => GraphQLParser.ParseValue(text).ShouldBeOfType(kind);

    [Fact]
    public void A_type_reference_nests_lists_and_non_nulls()
    {
        var type = GraphQLParser.ParseType("[[Entry!]!]");

        type.Named.Name.Value.ShouldBe("Entry");
        type.ShouldBeOfType<ListTypeNode>().OfType.ShouldBeOfType<NonNullTypeNode>().OfType.ShouldBeOfType<ListTypeNode>();
    }

    [Fact]
    public void Every_type_system_definition_and_extension_is_read()
    {
        var document = GraphQLParser.Parse("""
            schema @live { query: Query }
            extend schema { mutation: Mutation }
            scalar Date @specifiedBy(url: "https://example.org")
            type Query implements Node & Named @key { id(of: Int = 1): ID! }
            extend type Query { name: String @deprecated }
            interface Node { id: ID! }
            union Answer = | Text | Choice
            enum State { OPEN CLOSED @deprecated }
            input EntryInput @oneOf { text: String photo: ID }
            directive @key(of: String) repeatable on OBJECT | INTERFACE
            """);

        document.Definitions.Length.ShouldBe(10);
        document.Definitions.OfType<TypeSystemDefinitionNode>().Count(definition => definition.IsExtension).ShouldBe(2);
        document.Definitions.OfType<UnionTypeDefinitionNode>().Single().Types.Length.ShouldBe(2);
        document.Definitions.OfType<DirectiveDefinitionNode>().Single().IsRepeatable.ShouldBeTrue();
    }

    [Fact]
    public void A_node_knows_the_bytes_it_was_read_from()
    {
        var document = GraphQLParser.Parse("{ entry(text: \"é\") { id } }");

        var field = (FieldNode)((OperationDefinitionNode)document.Definitions[0]).SelectionSet.Selections[0];

        document.Source.Utf8[field.Span.Start..field.Span.End].ToArray().ShouldBe("entry(text: \"é\") { id }"u8.ToArray());
    }

    private static T Parse<T>(string source) => GraphQLParser.Parse(source).Definitions.ShouldHaveSingleItem().ShouldBeOfType<T>();

    private static FieldNode Field(string source) =>
        Parse<OperationDefinitionNode>(source).SelectionSet.Selections.ShouldHaveSingleItem().ShouldBeOfType<FieldNode>();
}
