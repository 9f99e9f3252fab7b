// Loads the compose file as `docker compose` does (schema, interpolation, merge) and holds it to the project's rules:
// .env.example names every variable that must be set, and no service is unpinned, unlimited, unchecked or exposed.
package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/compose-spec/compose-go/v2/dotenv"
	"github.com/compose-spec/compose-go/v2/types"
)

func load(root string, env map[string]string, files ...string) (*types.Project, error) {
	for i, file := range files {
		files[i] = filepath.Join(root, file)
	}
	list := make([]string, 0, len(env))
	for name, value := range env {
		list = append(list, name+"="+value)
	}
	options, err := cli.NewProjectOptions(files, cli.WithWorkingDirectory(root), cli.WithEnv(list), cli.WithInterpolation(true))
	if err != nil {
		return nil, err
	}
	return options.LoadProject(context.Background())
}

func without(env map[string]string, name string) map[string]string {
	rest := map[string]string{}
	for key, value := range env {
		if key != name {
			rest[key] = value
		}
	}
	return rest
}

func runsOnce(project *types.Project, name string) bool {
	for _, service := range project.Services {
		if service.DependsOn[name].Condition == types.ServiceConditionCompletedSuccessfully {
			return true
		}
	}
	return false
}

func faultsOf(project *types.Project, name string, service types.ServiceConfig) (faults []string) {
	once := runsOnce(project, name)
	tag := service.Image[strings.LastIndex(service.Image, ":")+1:]
	if service.Build == nil && (tag == service.Image || strings.HasSuffix(tag, "latest")) {
		faults = append(faults, "image is not pinned: "+service.Image)
	}
	for _, port := range service.Ports {
		if port.HostIP != "127.0.0.1" {
			faults = append(faults, fmt.Sprintf("port %d is published on %q, not on 127.0.0.1", port.Target, port.HostIP))
		}
	}
	if !once && (service.HealthCheck == nil || service.HealthCheck.Disable || len(service.HealthCheck.Test) == 0) {
		faults = append(faults, "no health check")
	}
	if !once && (service.Restart == "" || service.Restart == "no") {
		faults = append(faults, "no restart policy")
	}
	if service.Deploy == nil || service.Deploy.Resources.Limits == nil || service.Deploy.Resources.Limits.MemoryBytes == 0 {
		faults = append(faults, "no memory limit")
	}
	return faults
}

func check(root string) (faults []string) {
	env, err := dotenv.GetEnvFromFile(map[string]string{}, []string{filepath.Join(root, ".env.example")})
	if err != nil {
		return []string{err.Error()}
	}
	var required []string
	for name, value := range env {
		if value == "" {
			required = append(required, name)
			env[name] = "Filled-in-0"
		}
	}
	project, err := load(root, env, "docker-compose.yml")
	if err != nil {
		return []string{"with .env.example filled in: " + err.Error()}
	}
	for _, name := range required {
		if _, err := load(root, without(env, name), "docker-compose.yml"); err == nil {
			faults = append(faults, name+" is blank in .env.example, and the file loads without it")
		}
	}
	for name, service := range project.Services {
		for _, fault := range faultsOf(project, name, service) {
			faults = append(faults, name+": "+fault)
		}
	}
	return append(faults, checkExternalDatabase(root, env)...)
}

// The override must take the database server out and still load.
func checkExternalDatabase(root string, env map[string]string) []string {
	override := "deploy/compose.external-database.yml"
	external := without(env, "MSSQL_SA_PASSWORD")
	external["MSSQL_SA_PASSWORD"] = "unused"
	external["RUNTIME_DATABASE_URL"] = "mssql://r:p@db:1433/FleetManager"
	external["MIGRATION_DATABASE_URL"] = "mssql://m:p@db:1433/FleetManager"
	project, err := load(root, external, "docker-compose.yml", override)
	if err != nil {
		return []string{override + ": " + err.Error()}
	}
	if _, left := project.Services["sqlserver"]; left {
		return []string{override + ": sqlserver is still there"}
	}
	return nil
}

func main() {
	faults := check(os.Args[1])
	for _, fault := range faults {
		fmt.Println(fault)
	}
	if len(faults) > 0 {
		os.Exit(1)
	}
}
