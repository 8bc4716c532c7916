using GraphQL.TypeSystem;

namespace GraphQL.Tests.TypeSystem;

public sealed class SchemaRules
{
    [Theory]
    [InlineData("type A { b: Int }", "Query root type must be provided.")]
    [InlineData("interface Query { a: Int }", "Query root type must be Object type, it cannot be Query.")]
    [InlineData("schema { query: A mutation: A } type A { b: Int }", "All root types must be different, \"A\" type is used as query and mutation root types.")]
    [InlineData("type Query", "Type Query must define one or more fields.")]
    [InlineData("type Query { __a: Int }", "Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    [InlineData("type Query { a: I } input I { b: Int }", "The type of Query.a must be Output Type but got: I.")]
    [InlineData("type Query { a(b: Query): Int }", "The type of Query.a(b:) must be Input Type but got: Query.")]
    [InlineData("type Query { a(b: Int! @deprecated): Int }", "Required argument Query.a(b:) cannot be deprecated.")]
    [InlineData("type Query { a(b: Int = 1.5): Int }", "Query.a(b:) has invalid default value: Int cannot represent non-integer value: 1.5")]
    [InlineData("type Query { a: Int a: Int }", "Field \"Query.a\" can only be defined once.")]
    [InlineData("type Query { a(b: Int, b: Int): Int }", "Argument \"Query.a(b:)\" can only be defined once.")]
    [InlineData("type Query implements N { a: Int } interface N { id: ID }", "Interface field N.id expected but Query does not provide it.")]
    [InlineData("type Query implements N { id: Int } interface N { id: ID }", "Interface field N.id expects type ID but Query.id is type Int.")]
    [InlineData("type Query implements N { a(c: Int): Int } interface N { a(b: Int): Int }", "Interface field argument N.a(b:) expected but Query.a does not provide it.")]
    [InlineData("type Query implements N { a(b: Int): Int } interface N { a(b: ID): Int }", "Interface field argument N.a(b:) expects type ID but Query.a(b:) is type Int.")]
    [InlineData("type Query implements N { a(b: Int!): Int } interface N { a: Int }", "Argument \"Query.a(b:)\" must not be required type \"Int!\" if not provided by the Interface field \"N.a\".")]
    [InlineData("type Query implements N { a: Int @deprecated } interface N { a: Int }", "Interface field N.a is not deprecated, so implementation field Query.a must not be deprecated.")]
    [InlineData("type Query implements N { a: Int } interface N implements M { a: Int } interface M { a: Int }", "Type Query must implement M because it is implemented by N.")]
    [InlineData("type Query implements N & N { a: Int } interface N { a: Int }", "Type Query can only implement N once.")]
    [InlineData("type Query { a: Int } interface N implements N { a: Int }", "Type N cannot implement itself because it would create a circular reference.")]
    [InlineData("type Query implements S { a: Int } scalar S", "Type Query must only implement Interface types, it cannot implement S.")]
    [InlineData("type Query { a: U } union U", "Union type U must define one or more member types.")]
    [InlineData("type Query { a: U } union U = Query | Query", "Union type U can only include type Query once.")]
    [InlineData("type Query { a: U } union U = Int", "Union type U can only include Object types, it cannot include Int.")]
    [InlineData("type Query { a: E } enum E", "Enum type E must define one or more values.")]
    [InlineData("type Query { a: Int } input I", "Input Object type I must define one or more fields.")]
    [InlineData("type Query { a: Int } input I { b: I! }", "Input Object I cannot be provided a finite value because it references itself through fields: I.b.")]
    [InlineData("type Query { a: Int } input I { j: J! } input J { i: I! }", "Input Object I cannot be provided a finite value because it references itself through fields: I.j, J.i.")]
    [InlineData("type Query { a: Int } input I @oneOf { i: I }", "Input Object I cannot be provided a finite value because it references itself through fields: I.i.")]
    [InlineData("type Query { a: Int } input I @oneOf { a: Int! }", "OneOf input field I.a must be nullable.")]
    [InlineData("type Query { a: Int } input I @oneOf { a: Int = 1 }", "OneOf input field I.a cannot have a default value.")]
    [InlineData("type Query { a: Int } input I { i: I = {} }", "Invalid circular reference. The default value of Input Object field I.i references itself.")]
    [InlineData("type Query { a: Int } directive @d(a: Query) on FIELD", "The type of @d(a:) must be Input Type but got: Query.")]
    public void A_schema_that_breaks_a_rule_is_not_built(string sdl, string message)
    {
        var error = Should.Throw<SchemaException>(SchemaBuilder.FromSdl(sdl).Build).Errors.ShouldHaveSingleItem();

        error.Message.ShouldBe(message);
        error.Code.ShouldBe(SchemaErrorCodes.InvalidSchema);
    }

    [Theory]
    [InlineData("type Query { a: Missing }", "Unknown type \"Missing\".")]
    [InlineData("type Query { a: Int } type Query { b: Int }", "There can be only one type named \"Query\".")]
    [InlineData("type Query { a: Int } extend type Other { b: Int }", "Cannot extend type \"Other\" because it is not defined.")]
    [InlineData("type Query { a: Int } extend input Query { b: Int }", "Cannot extend non-input object type \"Query\".")]
    [InlineData("schema { query: Query } schema { query: Query } type Query { a: Int }", "Must provide only one schema definition.", "There can be only one query type in schema.")]
    [InlineData("type Query { a: Int @missing }", "Unknown directive \"@missing\".")]
    [InlineData("type Query { a: Int @skip(if: true) }", "Directive \"@skip\" may not be used on FIELD_DEFINITION.")]
    [InlineData("type Query { a: Int @deprecated @deprecated }", "The directive \"@deprecated\" can only be used once at this location.")]
    [InlineData("type Query { a: Int @deprecated(why: \"\") }", "Unknown argument \"why\" on directive \"@deprecated\".")]
    [InlineData("type Query { a: S } scalar S @specifiedBy", "Argument \"@specifiedBy(url:)\" of type \"String!\" is required, but it was not provided.")]
    [InlineData("type Query { a: E } enum E { A A }", "Enum value \"E.A\" can only be defined once.")]
    [InlineData("type Query { a: Int } directive @d on FIELD directive @d on FIELD", "There can be only one directive named \"@d\".")]
    public void A_text_that_does_not_agree_with_itself_is_refused(string sdl, params string[] messages) =>
        Should.Throw<SchemaException>(SchemaBuilder.FromSdl(sdl).Build).Errors.Select(error => error.Message).ShouldBe(messages);

    [Fact]
    public void An_error_in_text_has_its_place()
    {
        var errors = Should.Throw<SchemaException>(SchemaBuilder.FromSdl("type Query {\n  a: Int\n  b: I\n}\ninput I { c: Int }").Build).Errors;

        errors.ShouldHaveSingleItem().Locations.ShouldBe([new Location(3, 6)]);
    }

    [Fact]
    public void A_list_or_a_nullable_field_ends_a_circle_of_input_objects()
    {
        var schema = SchemaBuilder.FromSdl("type Query { a(i: I): Int } input I { nullable: I list: [I!]! }").Build();

        schema.GetType("I").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("not a name")]
    [InlineData("1st")]
    [InlineData("")]
    public void A_name_from_code_must_be_a_GraphQL_name(string name)
    {
        var builder = new SchemaBuilder().AddType(new ObjectType("Query") { Fields = { new FieldDefinition(name, "Int") } });

        Should.Throw<SchemaException>(builder.Build).Errors.ShouldHaveSingleItem().Message.ShouldStartWith($"\"{name}\" is not a GraphQL name");
    }
}
