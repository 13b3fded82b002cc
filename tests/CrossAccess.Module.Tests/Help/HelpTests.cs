using System.Management.Automation;
using CrossAccess.Module.Tests.Engine;

namespace CrossAccess.Module.Tests.Help;

public sealed class HelpTests : IDisposable
{
    private readonly ModuleSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Every_cmdlet_says_what_it_does_takes_gives_and_which_errors_a_script_may_catch()
    {
        foreach (HelpOfCommand help in HelpOfCommand.OfModule(_session))
        {
            string name = help.Command.Name;
            // Without a help file the engine gives the syntax as synopsis.
            Assert.False(help.Synopsis.StartsWith(name, StringComparison.Ordinal) || help.Synopsis.Length == 0, $"{name} has no synopsis.");
            Assert.True(help.Description.Length > help.Synopsis.Length, $"{name} has no description.");
            Assert.True(help.Inputs.Length > 0, $"{name} does not say what it takes from the pipeline.");
            Assert.True(help.Outputs.Length > 0, $"{name} does not say what it gives.");
            Assert.True(help.Notes.Length > 0, $"{name} has no notes.");
            Assert.True(help.Examples.Count >= 2, $"{name} has {help.Examples.Count} examples.");
        }
    }

    [Fact]
    public void The_first_link_of_every_cmdlet_is_the_AWS_document_it_rests_on_and_the_others_are_real_topics()
    {
        string[] topics = ["about_CrossAccess", .. HelpOfCommand.OfModule(_session).Select(help => help.Command.Name)];
        foreach (HelpOfCommand help in HelpOfCommand.OfModule(_session))
        {
            Assert.StartsWith("https://docs.aws.amazon.com/", help.Links[0], StringComparison.Ordinal);
            Assert.Empty(help.Links.Where(link => !link.StartsWith("https://docs.aws.amazon.com/", StringComparison.Ordinal)).Except(topics));
        }
    }

    [Fact]
    public void The_documented_parameters_are_the_real_ones()
    {
        foreach (HelpOfCommand help in HelpOfCommand.OfModule(_session))
        {
            Assert.Equal(help.RealParameters.Order(), help.Parameters.Keys.Order());
            Assert.Empty(help.Parameters.Where(parameter => parameter.Value.Length == 0).Select(parameter => $"{help.Command.Name} -{parameter.Key}"));
        }
    }

    [Fact]
    public void Each_parameter_is_bound_as_documented()
    {
        foreach (HelpOfCommand help in HelpOfCommand.OfModule(_session))
        {
            CommandParameterSetInfo real = help.Command.ParameterSets.SingleOrDefault(set => set.IsDefault) ?? Assert.Single(help.Command.ParameterSets);
            foreach (CommandParameterInfo parameter in real.Parameters.Where(parameter => help.Parameters.ContainsKey(parameter.Name)))
                Assert.Equal($"{help.Command.Name} {Binding(parameter)}", $"{help.Command.Name} {help.BindingOf(parameter.Name)}");
        }
    }

    [Fact]
    public void The_output_types_that_help_names_are_the_declared_ones()
    {
        foreach (HelpOfCommand help in HelpOfCommand.OfModule(_session))
        {
            IEnumerable<string> declared = help.Command.OutputType.Select(type => type.Name).Where(name => name != typeof(void).FullName);
            foreach (string type in declared) Assert.Contains(type, help.Outputs, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Error_ids_in_notes_are_ids_that_the_module_writes()
    {
        string[] ids = ErrorIds();
        foreach (HelpOfCommand help in HelpOfCommand.OfModule(_session))
        {
            int start = help.Notes.IndexOf("Error ids: ", StringComparison.Ordinal);
            if (start < 0) continue;
            string list = System.Text.RegularExpressions.Regex.Replace(help.Notes[(start + "Error ids: ".Length)..], @"\([^)]*\)", "");
            IEnumerable<string> named = list.Split(['.', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            Assert.Empty(named.Except(ids).Select(id => $"{help.Command.Name}: {id}"));
        }
    }

    [Fact]
    public void The_about_topic_is_found_and_says_what_to_do_about_every_error()
    {
        string topic = Assert.Single(_session.Run("Get-Help about_CrossAccess").Texts);

        foreach (string id in ErrorIds()) Assert.Contains($"\n    {id} ", topic.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static string Binding(CommandParameterInfo parameter)
    {
        string[] pipeline = [.. parameter.ValueFromPipeline ? ["ByValue"] : Array.Empty<string>(), .. parameter.ValueFromPipelineByPropertyName ? ["ByPropertyName"] : Array.Empty<string>()];
        string position = parameter.Position < 0 ? "named" : parameter.Position.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string aliases = parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases);
        return $"-{parameter.Name}: required {parameter.IsMandatory}, position {position}, pipeline {(pipeline.Length == 0 ? "false" : $"true ({string.Join(", ", pipeline)})")}, aliases {aliases}";
    }

    // By reflection: a reference would load a second copy of the module.
    private string[] ErrorIds() =>
        [.. _session.Run("[Enum]::GetNames([CrossAccess.ClientAccessError])").Texts];
}
