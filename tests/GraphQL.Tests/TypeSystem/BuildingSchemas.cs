using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Tests.TypeSystem;

public sealed class BuildingSchemas
{
    [Fact]
    public void Types_refer_to_one_another_by_name_in_any_order()
    {
        var schema = new SchemaBuilder()
            .AddType(new ObjectType("Query") { Fields = { new FieldDefinition("entries", "[Entry!]!") } })
            .AddType(new ObjectType("Entry") { Fields = { new FieldDefinition("id", "ID!"), new FieldDefinition("next", "Entry") } })
            .Build();

        var entries = schema.QueryType.Fields["entries"];
        entries.Type.ToString().ShouldBe("[Entry!]!");
        entries.Type.Named.ShouldBeSameAs(schema.GetType("Entry"));
        entries.DeclaringType.ShouldBeSameAs(schema.QueryType);
    }

    [Fact]
    public void A_NET_type_leads_to_the_output_type_of_a_field_and_to_the_input_type_of_an_argument()
    {
        var schema = new SchemaBuilder()
            .AddType(new ObjectType("Place") { RuntimeType = typeof(Place), Fields = { new FieldDefinition("name", TypeReference.Of<string>().NonNull()) } })
            .AddType(new InputObjectType("PlaceInput") { RuntimeType = typeof(Place), Fields = { new InputFieldDefinition("name", "String!") } })
            .AddType(new ObjectType("Query")
            {
                Fields =
                {
                    new FieldDefinition("near", TypeReference.Of<Place>().NonNull().List().NonNull())
                    {
                        Arguments = { new ArgumentDefinition("to", TypeReference.Of<Place>()), new ArgumentDefinition("within", TypeReference.Of<int?>()) },
                    },
                },
            })
            .Build();

        var field = schema.QueryType.Fields["near"];
        field.Type.ToString().ShouldBe("[Place!]!");
        field.Arguments["to"].Type.ToString().ShouldBe("PlaceInput");
        field.Arguments["within"].Type.ToString().ShouldBe("Int");
    }

    [Fact]
    public void Several_classes_add_fields_to_one_type()
    {
        var schema = new SchemaBuilder()
            .Configure<ObjectType>("Query", query => query.Fields.Add(new FieldDefinition("entries", "[String!]!")))
            .Configure<ObjectType>("Query", query => query.Fields.Add(new FieldDefinition("themes", "[String!]!")))
            .Build();

        schema.QueryType.Fields.Select(field => field.Name).ShouldBe(["entries", "themes"]);
    }

    [Fact]
    public void Resolvers_are_given_to_a_schema_written_as_text()
    {
        var schema = SchemaBuilder.FromSdl("type Query { hello: String }")
            .Configure<ObjectType>("Query", query => query.Fields["hello"].SyncResolver = _ => "world")
            .Build();

        schema.QueryType.Fields["hello"].SyncResolver.ShouldNotBeNull();
    }

    [Fact]
    public void Text_and_code_meet_in_one_schema()
    {
        var schema = SchemaBuilder.FromSdl("extend type Query { place: Place! } enum State { OPEN }")
            .AddType(new ObjectType("Query") { Fields = { new FieldDefinition("state", "State") } })
            .AddType(new ObjectType("Place") { Fields = { new FieldDefinition("name", "String") } })
            .Build();

        schema.QueryType.Fields.Select(field => field.Type.ToString()).ShouldBe(["State", "Place!"]);
    }

    [Fact]
    public void A_finished_schema_cannot_be_changed()
    {
        var type = new ObjectType("Query") { Fields = { new FieldDefinition("a", "Int") } };
        new SchemaBuilder().AddType(type).Build();

        Should.Throw<InvalidOperationException>(() => type.Description = "Later");
        Should.Throw<InvalidOperationException>(() => type.Fields.Add(new FieldDefinition("b", "Int")));
        Should.Throw<InvalidOperationException>(() => type.Fields["a"].SyncResolver = _ => 1);
    }

    [Fact]
    public void A_type_belongs_to_one_schema_only()
    {
        var type = new ObjectType("Query") { Fields = { new FieldDefinition("a", "Int") } };
        new SchemaBuilder().AddType(type).Build();

        Errors(new SchemaBuilder().AddType(type)).ShouldBe(["Type \"Query\" already belongs to another schema. Make a new one for each schema."]);
    }

    [Fact]
    public void Everything_unknown_is_reported_at_once()
    {
        var builder = new SchemaBuilder().AddType(new ObjectType("Query")
        {
            Fields = { new FieldDefinition("a", "Missing"), new FieldDefinition("b", TypeReference.Of<Place>()) },
        });

        Errors(builder).ShouldBe(
        [
            "Unknown type \"Missing\". Define it, or correct the reference.",
            "Unknown type \"Place\". Define it, or correct the reference.",
        ]);
    }

    [Fact]
    public void Two_types_of_one_name_are_refused() =>
        Errors(new SchemaBuilder().AddType(new ScalarType("A")).AddType(new EnumType("A"))).ShouldBe(["There can be only one type named \"A\"."]);

    [Fact]
    public void A_type_added_to_as_another_kind_is_refused() =>
        Errors(new SchemaBuilder().AddType(new EnumType("A")).Configure<ObjectType>("A", _ => { }))
            .ShouldBe(["Type \"A\" is added to as ObjectType but is EnumType. Give one of the two another name."]);

    [Fact]
    public void Root_types_may_have_other_names()
    {
        var schema = new SchemaBuilder()
            .AddType(new ObjectType("Reads") { Fields = { new FieldDefinition("a", "Int") } })
            .AddType(new ObjectType("Writes") { Fields = { new FieldDefinition("b", "Int") } })
            .SetRootType(OperationType.Query, "Reads")
            .SetRootType(OperationType.Mutation, "Writes")
            .Build();

        schema.GetRootType(OperationType.Query)!.Name.ShouldBe("Reads");
        schema.GetRootType(OperationType.Mutation)!.Name.ShouldBe("Writes");
        schema.GetRootType(OperationType.Subscription).ShouldBeNull();
    }

    [Fact]
    public void Only_the_built_in_scalars_in_use_belong_to_the_schema()
    {
        var schema = SchemaBuilder.FromSdl("type Query { on: Date }").Build();

        schema.GetType("Date").ShouldBeAssignableTo<ScalarType>()!.SpecifiedBy.ShouldNotBeNull();
        schema.GetType("String").ShouldNotBeNull("introspection uses it");
        schema.GetType("Long").ShouldBeNull();
    }

    [Fact]
    public void Members_and_implementers_are_the_possible_types()
    {
        var schema = SchemaBuilder.FromSdl("""
            interface Node { id: ID! }
            interface Named implements Node { id: ID! name: String }
            type Entry implements Node { id: ID! }
            type Theme implements Node & Named { id: ID! name: String }
            union Found = Entry | Theme
            type Query { found: Found }
            """).Build();
        string[] Possible(string name) => [.. schema.GetPossibleTypes(schema.GetType(name)!).Select(type => type.Name)];

        Possible("Node").ShouldBe(["Entry", "Theme"]);
        Possible("Named").ShouldBe(["Theme"]);
        Possible("Found").ShouldBe(["Entry", "Theme"]);
        Possible("Entry").ShouldBe(["Entry"]);
        schema.IsSubType(schema.GetType("Node")!, schema.GetType("Named")!).ShouldBeTrue();
    }

    [Fact]
    public void Fields_that_every_type_has_are_found_where_they_belong()
    {
        var schema = SchemaBuilder.FromSdl("type Query { other: Other } type Other { a: Int }").Build();

        schema.GetField(schema.QueryType, "__schema").ShouldBeSameAs(schema.SchemaField);
        schema.GetField(schema.GetType("Other")!, "__typename").ShouldBeSameAs(schema.TypeNameField);
        schema.GetField(schema.GetType("Other")!, "__schema").ShouldBeNull();
    }

    private static IEnumerable<string> Errors(SchemaBuilder builder) => Should.Throw<SchemaException>(builder.Build).Errors.Select(error => error.Message);

    private sealed record Place(string Name);
}
