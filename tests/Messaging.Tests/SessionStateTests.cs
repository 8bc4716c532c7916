using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Messaging.Tests;

/// <summary>What a handler leaves in its session, the handler of the next message on the same connection does not find.</summary>
public sealed class SessionStateTests : MessagingTest
{
    public sealed record Job(int Number);

    internal sealed record Deed(string Leave, string Look);

    internal sealed class JobHandler(Deed deed)
    {
        public async Task Handle(Job job, MessageContext context)
        {
            await using (var look = new NpgsqlCommand(deed.Look, context.Connection))
                await context.WriteAsync($"{job.Number} finds {await look.ExecuteScalarAsync()}");
            await using var leave = new NpgsqlCommand(deed.Leave, context.Connection);
            await leave.ExecuteNonQueryAsync();
        }
    }

    [Theory]
    [InlineData("SET ROLE pg_read_all_data", "SELECT current_user = session_user")]
    [InlineData("SET SESSION AUTHORIZATION pg_read_all_data", "SELECT session_user <> 'pg_read_all_data'")]
    [InlineData("DECLARE left_open CURSOR WITH HOLD FOR SELECT 1", "SELECT count(*) = 0 FROM pg_cursors WHERE name = 'left_open'")]
    [InlineData("LISTEN left_on", "SELECT count(*) = 0 FROM pg_listening_channels()")]
    [InlineData("CREATE TEMP SEQUENCE drawn; SELECT nextval('drawn')", "SELECT to_regclass('pg_temp.drawn') IS NULL")]
    public async Task Whatever_it_is(string leave, string look)
    {
        void Services(IServiceCollection services) => services.AddSingleton(new Deed(leave, look));
        void Options(MessagingOptions options)
        {
            options.Handlers.Add<JobHandler>();
            options.Policies.OnAnyException().MoveToDeadLetters();
        }

        // Else whoever it has become could not even take the next message, which would be begun anew.
        await ExecuteAsync("GRANT USAGE ON SCHEMA messaging TO pg_read_all_data; GRANT ALL ON ALL TABLES IN SCHEMA messaging, public TO pg_read_all_data");
        // They wait already when the only worker starts, so that it claims them together.
        var sender = await StartHostAsync(options => { Options(options); options.RunWorker = false; }, Services);
        await SendAsync(sender, new Job(1));
        await SendAsync(sender, new Job(2));
        await StartHostAsync(Options, Services);
        await NothingIsWaitingAsync();

        (await EffectsAsync()).ShouldBe(["1 finds True", "2 finds True"]);
    }
}
