using Npgsql;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>A running platform with a consultation, and the program run beside it. The tests of a class share the platform.</summary>
public abstract class CommandSpec(CommandSpec.Given given) : IClassFixture<CommandSpec.Given>
{
    protected RunningPlatform Running => given.Running;

    protected OpenedConsultation Consultation => given.Consultation;

    protected Task<(int ExitCode, string Output, string Error)> RunAsync(string line, params string[] more) => TheProgram.RunAsync(Running, line, more);

    protected async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Running.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    protected async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Running.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The platform of one class.</summary>
    public sealed class Given : IAsyncLifetime
    {
        internal RunningPlatform Running { get; private set; } = null!;

        internal OpenedConsultation Consultation { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Running = await RunningPlatform.StartAsync();
            Consultation = await new Officer(Running).OpenConsultationAsync(Officer.Today);
            await Running.CatchUpAsync();
        }

        public async Task DisposeAsync() => await Running.DisposeAsync();
    }
}
