/** Common Brazilian names. Whoever they make up together is nobody in particular. */
export const GIVEN_NAMES = [
  'Adriana', 'Aline', 'Ana Beatriz', 'Ana Paula', 'André', 'Antônio', 'Bruno', 'Caio', 'Camila', 'Carlos Eduardo',
  'Cláudia', 'Cristiane', 'Daniel', 'Débora', 'Diego', 'Eduardo', 'Elaine', 'Fábio', 'Felipe', 'Fernanda', 'Flávia',
  'Francisco', 'Gabriel', 'Gustavo', 'Helena', 'Henrique', 'Igor', 'Jéssica', 'João', 'João Pedro', 'Jorge', 'José Carlos',
  'Juliana', 'Júlio César', 'Karina', 'Leandro', 'Letícia', 'Luana', 'Luciana', 'Luís Fernando', 'Luiz', 'Marcelo',
  'Márcia', 'Márcio', 'Marcos', 'Maria Clara', 'Mariana', 'Maurício', 'Mônica', 'Natália', 'Otávio', 'Patrícia', 'Paulo',
  'Pedro', 'Rafael', 'Raimundo', 'Renata', 'Ricardo', 'Roberto', 'Rodrigo', 'Rosângela', 'Sandra', 'Sebastião', 'Sérgio',
  'Simone', 'Tânia', 'Thiago', 'Valéria', 'Vanessa', 'Vinícius', 'Vitória', 'Wagner', 'Wellington', 'Zuleica',
] as const; // prettier-ignore

export const SURNAMES = [
  'Almeida', 'Alves', 'Andrade', 'Araújo', 'Assunção', 'Barbosa', 'Batista', 'Borges', 'Brandão', 'Camargo', 'Cardoso',
  'Carvalho', 'Castro', 'Conceição', 'Correia', 'Costa', 'Cruz', 'Dias', 'Duarte', 'Falcão', 'Farias', 'Fernandes',
  'Ferreira', 'Fonseca', 'Freitas', 'Garcia', 'Gomes', 'Gonçalves', 'Guimarães', 'Leão', 'Lima', 'Lopes', 'Macedo',
  'Machado', 'Magalhães', 'Marques', 'Martins', 'Medeiros', 'Melo', 'Mendes', 'Miranda', 'Monteiro', 'Moraes', 'Moreira',
  'Nascimento', 'Nogueira', 'Nunes', 'Oliveira', 'Pacheco', 'Peixoto', 'Pereira', 'Pinto', 'Queiroz', 'Ramos', 'Ribeiro',
  'Rocha', 'Rodrigues', 'Sá', 'Santana', 'Santos', 'Silva', 'Siqueira', 'Souza', 'Teixeira', 'Vasconcelos', 'Vieira',
] as const; // prettier-ignore
