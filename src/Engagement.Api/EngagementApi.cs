using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Live;
using Engagement.Api.SignIn;
using GraphQL.Server;
using GraphQL.TypeSystem;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Api;

/// <summary>The platform's API: GraphQL at <c>/graphql</c>, live updates at <c>/live</c>, and who may use what of them.</summary>
public static class EngagementApi
{
    /// <param name="services">The host's services.</param>
    /// <param name="signIn">The ways to sign in. In development, errors may also say what went wrong inside.</param>
    public static IServiceCollection AddEngagementApi(this IServiceCollection services, SignInSettings signIn)
    {
        ArgumentNullException.ThrowIfNull(signIn);
        services.AddEngagementSignIn(signIn);
        services.AddWhatEachMayDo();
        services.AddScoped<SubmissionChannel>();
        services.AddLiveUpdates();
        services.AddEngagementSchema().ModifyOptions(options => options.IncludeExceptionDetails = signIn.IsDevelopment);
        return services;
    }

    /// <summary>Maps the API. Subscriptions and live updates over sockets need <c>app.UseWebSockets()</c> before.</summary>
    public static WebApplication MapEngagementApi(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseEngagementSignIn();
        app.MapGraphQL("/graphql");
        app.MapHub<LiveHub>("/live", options => options.TransportMaxBufferSize = LiveLimits.BytesOnTheWay);
        return app;
    }

    /// <summary>The schema alone, without a host or a database.</summary>
    public static SchemaDefinition BuildSchema()
    {
        var services = new ServiceCollection();
        services.AddEngagementSchema();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<SchemaDefinition>();
    }

    // The guard is put behind the fields of a schema that it has to see whole first, so it is made twice.
    private static GraphQLBuilder AddEngagementSchema(this IServiceCollection services)
    {
        var plan = new ServiceCollection();
        plan.AddGraphQL().AddOurTypes();
        return services.AddGraphQL().AddOurTypes().ConfigureSchema(schema =>
        {
            using var provider = plan.BuildServiceProvider();
            ObjectGuard.Protect(schema, provider.GetRequiredService<SchemaDefinition>(), TheObjectRules.All);
        });
    }

    private static GraphQLBuilder AddOurTypes(this GraphQLBuilder builder) => builder
        .AddEngagementApiTypes()
        .ConfigureSchema(schema => schema.Configure<InterfaceType>("Error", error =>
        {
            error.Fields.Add(new FieldDefinition("code", "String!") { Description = "What went wrong, for programs. A code never changes its meaning." });
            error.Fields.Add(new FieldDefinition("field", "String") { Description = "The input field to put right; null when it is not about one." });
        }));
}
