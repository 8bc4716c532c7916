using GraphQL.Execution;
using GraphQL.TypeSystem;

namespace GraphQL.Tests.Execution;

public sealed class Operation_cache
{
    private readonly SchemaDefinition _schema = SchemaBuilder.FromSdl("type Query { a: String }").Build();

    [Fact]
    public void a_document_is_read_once()
    {
        var cache = new OperationCache(_schema, new GraphQLOptions());

        cache.Get("{ a }").ShouldBeSameAs(cache.Get("{ a }"));
    }

    [Fact]
    public void a_document_that_is_not_valid_is_read_once_too()
    {
        var cache = new OperationCache(_schema, new GraphQLOptions());

        cache.Get("{ b }").ShouldBeSameAs(cache.Get("{ b }"));
        cache.Get("{ b").ShouldBeSameAs(cache.Get("{ b"));
    }

    [Fact]
    public void the_cache_keeps_what_was_used_last_and_never_grows_over_its_size()
    {
        var cache = new OperationCache(_schema, new GraphQLOptions { OperationCacheSize = 4 });
        var kept = cache.Get("{ a }");

        for (var i = 0; i < 20; i++)
        {
            cache.Get($"{{ a{i}: a }}");
            cache.Get("{ a }").ShouldBeSameAs(kept);
            cache.Count.ShouldBeLessThanOrEqualTo(4);
        }
    }

    [Fact]
    public void a_huge_document_is_not_kept()
    {
        var cache = new OperationCache(_schema, new GraphQLOptions { MaxCachedDocumentLength = 10 });

        cache.Get("{ a, a, a, a, a }");

        cache.Count.ShouldBe(0);
    }
}
