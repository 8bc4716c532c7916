using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Live;
using Engagement.Api.SignIn;
using GraphQL.Execution;
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
        services.AddSingleton<IAuthorizationEvaluator, RoleAuthorization>();
        services.AddScoped<SubmissionChannel>();
        services.AddLiveUpdates();
        services.AddEngagementSchema().ModifyOptions(options => options.IncludeExceptionDetails = signIn.IsDevelopment);
        return services;
    }

    public static WebApplication MapEngagementApi(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseEngagementSignIn();
        app.UseWebSockets();
        app.MapGraphQL("/graphql");
        app.MapHub<LiveHub>("/live");
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

    private static GraphQLBuilder AddEngagementSchema(this IServiceCollection services) => services
        .AddGraphQL()
        .AddEngagementApiTypes()
        .ConfigureSchema(schema => schema.Configure<InterfaceType>("Error", error =>
        {
            error.Fields.Add(new FieldDefinition("code", "String!") { Description = "What went wrong, for programs. A code never changes its meaning." });
            error.Fields.Add(new FieldDefinition("field", "String") { Description = "The input field to put right; null when it is not about one." });
        }));
}
